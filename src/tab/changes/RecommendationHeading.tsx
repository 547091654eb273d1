import type { Recommendation } from "#plan/plan.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { ReflowHeading } from "#tab/table/ReflowTable.tsx";
import { Link } from "@fluentui/react-components";
import { memo } from "react";

interface RecommendationHeadingProps extends Pick<ViewProps, "onGo"> {
  readonly recommendation: Recommendation;
}

/** The row of a recommendation, above what belongs to it; its ref opens it. */
export const RecommendationHeading = memo(function RecommendationHeading(
  props: RecommendationHeadingProps,
) {
  const { recommendation, onGo } = props;
  const { id, ref, text } = recommendation;
  return (
    <ReflowHeading label={`${ref}: ${text}`} columns={6} className="changes-group">
      <span className="changes-group-words">
        <Link as="button" onClick={() => onGo(`recommendation/${id}`)}>
          {ref}
        </Link>
        <span>{text}</span>
      </span>
    </ReflowHeading>
  );
});
