import type { Hook } from "../hooks/hook.ts";
import type { Entity } from "../odata/entity.ts";
import type { List } from "../store/list.ts";

export function hookEntity(list: List, hook: Hook): Entity {
  return {
    type: "Microsoft.SharePoint.Webhooks.Subscription",
    path: `Web/Lists(guid'${list.id}')/Subscriptions('${hook.id}')`,
    properties: {
      clientState: hook.state,
      expirationDateTime: hook.expires,
      id: hook.id,
      notificationUrl: hook.url,
      resource: list.id,
      resourceData: null,
    },
  };
}
