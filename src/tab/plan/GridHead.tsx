import type { Layout } from "#tab/frame/use-layout.ts";
import { Said } from "#tab/frame/Said.tsx";
import { AttachRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";

export function GridHead({ layout }: { layout: Layout }) {
  const wide = layout === "wide";
  const sign = (
    <>
      <AttachRegular aria-hidden />
      <Said>Evidence</Said>
    </>
  );
  return (
    <thead>
      <tr aria-rowindex={1} className="plan-head">
        <Head className="plan-head-ref">Agency</Head>
        <Head>Recommendation and actions</Head>
        {wide && <Head>Lead</Head>}
        <Head>Due</Head>
        <Head>Rating</Head>
        <Head className="plan-cell-number">{wide ? "Evidence" : sign}</Head>
        {wide && <Head className="plan-cell-number">Updated</Head>}
      </tr>
    </thead>
  );
}

function Head({ className = "", children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={`plan-cell ${className}`}>
      {children}
    </th>
  );
}
