import type { SettingsThen } from "#plan/check-settings.ts";
import type { Plan } from "#plan/plan.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { useEffect, useState } from "react";

/** Who set what of a plan, oldest first; undefined until it is read. Read again when the settings changed. */
export function useSettingsHistory({ id, settings: set }: Plan): {
  readonly history: readonly SettingsThen[] | undefined;
  readonly failed: boolean;
} {
  const { settings } = usePorts();
  const [history, setHistory] = useState<readonly SettingsThen[]>();
  const [failed, setFailed] = useState(false);
  const now = JSON.stringify(set);
  useEffect(() => {
    const asked = { left: false, now };
    async function ask(): Promise<void> {
      try {
        const read = await (await settings()).history(id);
        if (!asked.left) setHistory(read);
      } catch {
        // The checks themselves stand on the screen; only who set them is not known.
        if (!asked.left) setFailed(true);
      }
    }
    void ask();
    return () => {
      asked.left = true;
    };
  }, [settings, id, now]);
  return { history, failed };
}
