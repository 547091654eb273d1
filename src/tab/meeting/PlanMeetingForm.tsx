import { type Agenda, agendaFrom, minutesOf } from "#plan/agenda.ts";
import { dayOf, momentInLondon } from "#plan/iso-date.ts";
import type { Meeting, Officer } from "#plan/meeting.ts";
import { counted } from "#plan/words.ts";
import { planFindings, usePlanFindings } from "#tab/challenges/use-plan-findings.ts";
import { SaveProblem } from "#tab/form/SaveProblem.tsx";
import { saveWords } from "#tab/form/save-words.ts";
import { type Form, type Problems, useForm } from "#tab/form/use-form.ts";
import { useSubmit } from "#tab/form/use-submit.ts";
import { invalid } from "#tab/form/invalid.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import { ViewSkeleton } from "#tab/layout/ViewSkeleton.tsx";
import type { PlanView } from "#tab/rows/plan-view.ts";
import type { MeetingStore } from "#usecases/ports/meetings.ts";
import { planMeeting } from "#usecases/meeting/plan-meeting.ts";
import { Button } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { Select } from "@fluentui/react-select";
import { useMemo, useRef } from "react";
import * as v from "valibot";
import { MeetingHeader } from "./MeetingHeader.tsx";
import { refOf } from "./room.ts";
import { type Officers, useOfficers } from "./use-officers.ts";

interface PlanMeetingFormProps {
  readonly view: PlanView;
  readonly store: MeetingStore;
  readonly onPlanned: (meeting: Meeting) => void;
  readonly onCancel: () => void;
}

const words = v.object({
  /** As clocks in London show it: `2026-11-19T10:00`. */
  starts: v.string(),
  chair: v.string(),
  secretary: v.string(),
  minutes: v.string(),
});
type Words = v.InferOutput<typeof words>;

/** Minutes: the group meets for an hour a month. */
const usual = 60;

/** When, who leads and records, and what is talked about: filled by the checks, strongest first. */
export function PlanMeetingForm(props: PlanMeetingFormProps) {
  const { view, store, onPlanned, onCancel } = props;
  const officers = useOfficers(store, view.open.me);
  const { form, agenda, planned } = usePlanning(props, officers);
  const announce = useAnnounce();
  const { element, toSave } = useSubmit(form, () => {
    const meeting = planned();
    if (!meeting) return;
    announce("The meeting is planned.");
    onPlanned(meeting);
  });
  return (
    <div className="meet-page">
      <MeetingHeader title="Plan a meeting" onBack={onCancel} backTo="Back to the meetings" />
      <form className="meet-plan" {...element}>
        <When form={form} officers={officers} />
        {agenda ? <Preview agenda={agenda} view={view} /> : <ViewSkeleton name="the agenda" />}
        <div className="meet-plan-save">
          <SaveProblem form={form} label="Plan the meeting" onBack={toSave} />
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={form.save.phase === "saving"}
          >
            {saveWords(form, "Plan the meeting")}
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      </form>
    </div>
  );
}

function usePlanning({ view, store }: PlanMeetingFormProps, officers: Officers) {
  const { now } = usePorts();
  const today = dayOf(now());
  const findings = usePlanFindings(view, today);
  const planned = useRef<Meeting>(undefined);
  const form = useForm<Words>(view.open, {
    name: "plan a meeting",
    schema: words,
    empty: { starts: "", chair: view.open.me.loginName, secretary: "", minutes: String(usual) },
    problems: ({ starts }): Problems<Words> =>
      starts === "" ? { starts: "Choose the day and the time." } : {},
    async save(typed, key, { sure }) {
      // Whoever saves before the agenda is on the screen gets the same agenda.
      const found = await planFindings(view.open, today);
      const meeting = await planMeeting(
        { meetings: store },
        {
          open: view.open,
          starts: momentInLondon(typed.starts)?.toISOString() ?? "",
          chair: called(officers, typed.chair),
          secretary: called(officers, typed.secretary),
          agenda: agendaFrom(found, [], minutesIn(typed)).items,
          key,
          sure,
        },
      );
      planned.current = meeting;
      return meeting;
    },
  });
  const time = minutesIn(form.words);
  const agenda = useMemo(() => findings && agendaFrom(findings, [], time), [findings, time]);
  return { form, agenda, planned: () => planned.current };
}

function When({ form, officers }: { form: Form<Words>; officers: Officers }) {
  const { words: typed, problems, change } = form;
  return (
    <div className="meet-plan-fields">
      <Field label="Starts" hint="London time" required {...invalid(problems.starts)}>
        <Input
          type="datetime-local"
          value={typed.starts}
          onChange={(_, { value }) => change({ starts: value })}
        />
      </Field>
      <Field label="Minutes" hint="For the agenda">
        <Input
          type="number"
          min={10}
          max={480}
          value={typed.minutes}
          onChange={(_, { value }) => change({ minutes: value })}
        />
      </Field>
      <Field label="Chair" required>
        <Select value={typed.chair} onChange={(_, { value }) => change({ chair: value })}>
          <Choices officers={officers} />
        </Select>
      </Field>
      <Field label="Secretary" hint="Records beside the chair">
        <Select value={typed.secretary} onChange={(_, { value }) => change({ secretary: value })}>
          <option value="">Nobody</option>
          <Choices officers={officers} />
        </Select>
      </Field>
    </div>
  );
}

function Choices({ officers }: { officers: Officers }) {
  return officers.map(({ loginName, name }) => (
    <option key={loginName} value={loginName}>
      {name}
    </option>
  ));
}

/** What the checks would put on the agenda in that time. */
function Preview({ agenda, view }: { agenda: Agenda; view: PlanView }) {
  const { items, leftOff } = agenda;
  return (
    <section aria-label="Agenda">
      <h2>Agenda</h2>
      <p className="muted">
        {counted(items.length, "item")} from the checks, {minutesOf(items)} minutes.
        {leftOff > 0 && ` No time for ${counted(leftOff, "more recommendation")}.`} Add, move and
        take away items once the meeting is planned.
      </p>
      <ol className="meet-preview">
        {items.map(({ id, recommendationId, question, minutes }) => (
          <li key={id}>
            <b className="clamp" title={refOf(view, recommendationId)}>
              {refOf(view, recommendationId)}
            </b>
            <span>{question}</span>
            <span className="small muted">{minutes} min</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function called(officers: Officers, loginName: string): Officer | undefined {
  return officers.find((officer) => officer.loginName === loginName);
}

function minutesIn({ minutes }: Words): number {
  const number = Number(minutes);
  return number >= 10 && number <= 480 ? number : usual;
}
