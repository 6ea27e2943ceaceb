import { Button, IconButton } from '@rocket.chat/fuselage';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useSimulator } from '../simulator/useSimulator';
import { words } from '../words';
import { openRoom } from '../workspace/actions/conversationActions';
import { copyText } from '../workspace/actions/copyText';
import { useWorkspace, useWorkspaceState } from '../workspace/useWorkspace';
import type { HintProgress } from './useHintProgress';
import { hintSwitch, useHintProgress } from './useHintProgress';
import './hints.css';

/** Short hints from the first click to a message that failed; beside the client, because some steps are in a modal. */
export function Hints({ onSwitchUser }: { readonly onSwitchUser: (username: string) => void }) {
  const shown = useStore(hintSwitch);
  const progress = useHintProgress();
  const at = hintSteps.findIndex(({ isDone }) => !isDone(progress));
  const step = hintSteps[at];
  const id = shown ? step?.id : undefined;
  useEffect(() => {
    document.documentElement.dataset['hint'] = id ?? '';
  }, [id]);
  if (!step || !shown) {
    return null;
  }
  return (
    <section className="wb-hint" aria-label={words.hints.title} data-step={step.id}>
      <header>
        <strong>{words.hints.title}</strong>
        <span aria-hidden>
          {hintSteps.map(({ id: name }, index) => (
            <i key={name} data-done={index < at ? 'yes' : undefined} data-now={index === at ? 'yes' : undefined} />
          ))}
        </span>
        <IconButton
          small
          icon="cross"
          title={words.hints.close}
          aria-label={words.hints.close}
          onClick={() => hintSwitch.setState(false, true)}
        />
      </header>
      <p aria-live="polite">{step.text}</p>
      {step.id === 'fill-form' && <DemoKey />}
      {step.id === 'fail' && <NextFails />}
      {AGENTS_STEPS.has(step.id) && <WhoAnswers onSwitchUser={onSwitchUser} />}
    </section>
  );
}

/** What only the agent who has the conversation can do. */
const AGENTS_STEPS: ReadonlySet<string> = new Set(['answer', 'template', 'fail', 'send-again']);

/** One step of the way. */
export type HintStep = {
  readonly id: 'yes' | 'open-form' | 'fill-form' | 'write' | 'answer' | 'template' | 'fail' | 'send-again' | 'done';
  readonly text: string;
  readonly isDone: (progress: HintProgress) => boolean;
};

/** The steps, in their order; the first that is not done is shown. */
const hintSteps: readonly HintStep[] = [
  { id: 'yes', text: words.hints.yes, isDone: ({ saidYes, connected }) => saidYes || connected },
  { id: 'open-form', text: words.hints.openForm, isDone: ({ formOpen, connected }) => formOpen || connected },
  { id: 'fill-form', text: words.hints.fillForm, isDone: ({ connected }) => connected },
  { id: 'write', text: words.hints.write, isDone: ({ customerWrote }) => customerWrote },
  { id: 'answer', text: words.hints.answer, isDone: ({ answered }) => answered },
  { id: 'template', text: words.hints.template, isDone: ({ template, failed }) => template || failed },
  { id: 'fail', text: words.hints.fail, isDone: ({ failed }) => failed },
  { id: 'send-again', text: words.hints.sendAgain, isDone: ({ sentAgain }) => sentAgain },
  { id: 'done', text: words.hints.done, isDone: () => false },
];

/** The key and number of the demonstration, to copy. */
function DemoKey() {
  const workspace = useWorkspace();
  const demo = useWorkspaceState((state) => state.info?.demo);
  const rows = [
    [words.hints.key, demo?.apiKey],
    [words.hints.number, demo?.phoneNumber],
  ] as const;
  return rows.map(([label, value]) =>
    value ? (
      <div key={label} className="wb-hint-copy">
        <div>
          <small>{label}</small>
          <code>{value}</code>
        </div>
        <Button small aria-label={`${words.hints.copy} ${label}`} onClick={() => void copyText(workspace, value)}>
          {words.hints.copy}
        </Button>
      </div>
    ) : null,
  );
}

/** Lets the next message fail as one does that WhatsApp takes and cannot deliver. */
function NextFails() {
  const workspace = useWorkspace();
  const simulator = useSimulator();
  const [set, setSet] = useState(false);
  const letFail = async () => {
    const fault = { kind: 'status-failed', params: { code: UNDELIVERABLE }, times: 1 };
    await workspace.attempt(() => simulator.post('/faults', fault));
    setSet(true);
  };
  return set ? (
    <p role="status">{words.hints.nextFails}</p>
  ) : (
    <Button small primary onClick={() => void letFail()}>
      {words.hints.letFail}
    </Button>
  );
}

/** WhatsApp's code of “Message undeliverable”. */
const UNDELIVERABLE = 131026;

/** Leads to the agent who has the conversation, and to the conversation. */
function WhoAnswers({ onSwitchUser }: { readonly onSwitchUser: (username: string) => void }) {
  const workspace = useWorkspace();
  const [room, me, users, selected] = useWorkspaceState((state) => [
    Object.values(state.rooms).find(({ t, open }) => t === 'l' && open),
    state.me,
    state.info?.users,
    state.selectedRid,
  ]);
  const agent = room?.servedBy?.username;
  if (!room || agent === undefined) {
    return null;
  }
  if (agent === me?.username && room._id === selected) {
    return null;
  }
  return agent === me?.username ? (
    <Button small primary onClick={() => void openRoom(workspace, room._id)}>
      {words.hints.openChat}
    </Button>
  ) : (
    <Button small primary onClick={() => onSwitchUser(agent)}>
      {words.hints.become(users?.find(({ username }) => username === agent)?.name ?? agent)}
    </Button>
  );
}
