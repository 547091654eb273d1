import type { FluentIcon } from "@fluentui/react-icons";
import type { ReactNode } from "react";

interface NoticeProps {
  readonly icon: FluentIcon;
  readonly title: string;
  /** What happened, and what to do. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** A notice that is the whole page has its first heading. */
  readonly whole?: boolean;
}

/** What stands where there is nothing to show. */
export function Notice({ icon: Icon, title, children, actions, whole = false }: NoticeProps) {
  const Heading = whole ? "h1" : "h2";
  return (
    <div className="notice">
      <Icon className="notice-icon" aria-hidden />
      <Heading>{title}</Heading>
      <p>{children}</p>
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
