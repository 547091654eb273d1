import type { Host } from "#tab/teams/host.ts";
import { createDOMRenderer, FluentProvider, RendererProvider } from "@fluentui/react-components";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { Announcer } from "./Announcer.tsx";
import { themes } from "./themes.ts";
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
  const theme = useSyncExternalStore(teams.subscribe, teams.current);
  // The page behind everything, and the skeleton, are painted without Fluent.
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={themes[theme]} className={`tab tab-${theme}`}>
        <Announcer>{children}</Announcer>
      </FluentProvider>
    </RendererProvider>
  );
}
