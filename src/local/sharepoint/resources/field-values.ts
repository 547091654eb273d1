import { fieldValuesEntity, type ValuesFor } from "../entities/field-values-entity.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import type { Row } from "../store/row.ts";
import { entityResource, type Resource } from "./resource.ts";

/** `FieldValuesAsText` and its two sisters. */
export function fieldValuesSteps(
  session: Session,
  list: List,
  row: Row,
): NonNullable<Resource["steps"]> {
  const values = (wanted: ValuesFor) => () =>
    entityResource(() => fieldValuesEntity(session, list, row, wanted));
  return {
    fieldvaluesastext: values("AsText"),
    fieldvaluesashtml: values("AsHtml"),
    fieldvaluesforedit: values("ForEdit"),
  };
}
