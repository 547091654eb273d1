import type { Host, ThemeName } from "#tab/teams/host.ts";
import { createDOMRenderer, FluentProvider, RendererProvider } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { Announcer } from "#tab/notice/Announcer.tsx";
import { fetchTheme, themeOf } from "./themes.ts";
import "./frame.css";

/** The server allows Fluent's styles by this word, which changes with every answer. */
const nonce = document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.content ?? "";
const renderer = createDOMRenderer(document, { styleElementAttributes: nonce ? { nonce } : {} });

/**
 * Fluent in Teams' present theme. Portals copy the class names of the provider: only variables may hang on them,
 * a height or a background would cover the page.
 */
export function Frame({
  themes: teams,
  children,
}: {
  themes: Host["themes"];
  children: ReactNode;
}) {
  const name = useFetchedTheme(teams);
  const theme = useMemo(() => themeOf(name), [name]);
  // The page behind everything, and the skeleton, are painted without Fluent.
  useEffect(() => {
    document.documentElement.dataset["theme"] = name;
  }, [name]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={theme} className={`tab tab-${name}`}>
        <Announcer>{children}</Announcer>
      </FluentProvider>
    </RendererProvider>
  );
}

/** Teams' present look, as soon as it is there; the first was fetched before anything was drawn. */
function useFetchedTheme(teams: Host["themes"]): ThemeName {
  const asked = useSyncExternalStore(teams.subscribe, teams.current);
  const [shown, show] = useState(asked);
  useEffect(() => {
    let over = false;
    fetchTheme(asked).then(
      () => over || show(asked),
      // Without the network the page keeps the look it has.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [asked]);
  return shown;
}
