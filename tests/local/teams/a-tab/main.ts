import { createNestablePublicClientApplication } from "@azure/msal-browser";
import { app, dialog, FrameContexts } from "@microsoft/teams-js";

const configuration: Record<"client" | "authority" | "scope" | "appId" | "host", string> = await (
  await fetch("configuration.json")
).json();

function fact(name: string, value: string): void {
  const known = document.querySelector(`[data-fact="${name}"]`);
  if (known) {
    known.textContent = value;
    return;
  }
  const entry = document.createElement("dd");
  entry.dataset["fact"] = name;
  entry.textContent = value;
  document.querySelector("#facts")?.append(entry);
}

function onPress(id: string, press: () => Promise<void>): void {
  const button = document.querySelector<HTMLButtonElement>(`#${id}`);
  button?.addEventListener("click", () => {
    press().catch((cause: unknown) => fact("problem", String(cause)));
  });
  // Not before: a press that nobody hears would leave a test waiting.
  if (button) button.disabled = false;
}

await app.initialize([configuration.host]);
const context = await app.getContext();
fact("theme", context.app.theme);
fact("person", context.user?.displayName ?? "");
fact("subPageId", context.page.subPageId ?? "");
fact("frame", context.page.frameContext);
app.registerOnThemeChangeHandler((theme) => fact("theme", theme));
app.notifyAppLoaded();
await app.notifySuccess();
if (context.page.frameContext === FrameContexts.task) dialog.url.submit({ chosen: 3 });

onPress("token", async () => {
  const client = await createNestablePublicClientApplication({
    auth: { clientId: configuration.client, authority: configuration.authority },
  });
  const result = await client.acquireTokenSilent({ scopes: [configuration.scope] });
  fact("account", result.account.username);
  fact("token", result.accessToken);
});
onPress("link", async () => {
  const place = encodeURIComponent(JSON.stringify({ subEntityId: "action/7" }));
  await app.openLink(
    `https://teams.microsoft.com/l/entity/${configuration.appId}/plan?context=${place}`,
  );
});
onPress("dialog", async () => {
  dialog.url.open(
    { url: location.href, title: "Choose", size: { width: 400, height: 300 } },
    ({ result, err }) => fact("dialog", JSON.stringify(result ?? err)),
  );
});
onPress("strange", async () => {
  window.parent.postMessage({ id: 99, func: "files.openEverything", args: [] }, "*");
});
