import "react";

declare module "react" {
  /** React passes them on as they are; its types leave them out. */
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
