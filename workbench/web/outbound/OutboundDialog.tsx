import { Button, Callout, Tabs, TabsItem, Throbber } from '@rocket.chat/fuselage';
import { useState } from 'react';
import { useStore } from 'zustand';
import { readList } from '../documents/readDocument';
import { PageDialog } from '../page/PageModal';
import { useFetched } from '../panels/parts/useFetched';
import { words } from '../words';
import { useWorkspace, useWorkspaceState } from '../workspace/useWorkspace';
import { Provider } from './documents';
import { type Draft, outboundDialog } from './Draft';
import { MessageStep } from './MessageStep';
import { RecipientStep } from './RecipientStep';
import { RepliesStep } from './RepliesStep';
import { ReviewStep } from './ReviewStep';
import './outbound.css';

const STEPS = ['recipient', 'message', 'replies', 'review'] as const;

/** Rocket.Chat's own dialog “Outbound message”, as its client draws it, while it is open. */
export function OutboundDialog() {
  const opened = useStore(outboundDialog);
  return opened ? <Dialog contactId={opened.contactId} /> : null;
}

const close = () => outboundDialog.setState(undefined, true);

/** Escape and X ask before they throw away what was typed. */
function Dialog({ contactId }: { readonly contactId?: string | undefined }) {
  const server = useWorkspaceState((state) => state.info?.server);
  const [isLeaving, setLeaving] = useState(false);
  const isThere = server?.['outboundMessages'] === true;
  return (
    <PageDialog
      title={isLeaving ? words.outbound.discard.title : words.outbound.title}
      onLeave={() => (isThere ? setLeaving(!isLeaving) : close())}
      controls={
        isLeaving && (
          <>
            <Button autoFocus onClick={() => setLeaving(false)}>
              {words.outbound.discard.keep}
            </Button>
            <Button danger onClick={close}>
              {words.outbound.discard.confirm}
            </Button>
          </>
        )
      }
    >
      {isThere ? (
        // Only hidden while it is asked: what was typed stays.
        <div className="wb-outbound" hidden={isLeaving}>
          <Wizard contactId={contactId} />
        </div>
      ) : (
        <Callout type="warning">{words.outbound.notInServer(server?.version ?? '')}</Callout>
      )}
      {isLeaving && <p aria-live="assertive">{words.outbound.discard.question}</p>}
    </PageDialog>
  );
}

function Wizard({ contactId }: { readonly contactId?: string | undefined }) {
  const workspace = useWorkspace();
  const [draft, setDraft] = useState<Draft>({ contactId, values: {} });
  const [step, setStep] = useState(0);
  /** The furthest step that was reached; changing the recipient closes those after it. */
  const [reached, setReached] = useState(0);
  const providers = useFetched(
    async () => readList(Provider, await workspace.api.get('/api/v1/omnichannel/outbound/providers'), 'providers'),
    'once',
  );
  if (providers.error !== undefined) {
    return <Callout type="danger">{providers.error}</Callout>;
  }
  if (!providers.value) {
    return <Throbber />;
  }
  if (providers.value.length === 0) {
    return <Callout title={words.outbound.upsell.title}>{words.outbound.upsell.text}</Callout>;
  }
  const go = (to: number) => {
    setStep(to);
    setReached(Math.max(reached, to));
  };
  const props = {
    draft,
    onChange: (change: Partial<Draft>) => {
      setDraft((before) => ({ ...before, ...change }));
      setReached(step);
    },
    onNext: () => (step === STEPS.length - 1 ? close() : go(step + 1)),
    onBack: step === 0 ? undefined : () => go(step - 1),
  };
  return (
    <>
      <Tabs>
        {STEPS.map((name, at) => (
          <TabsItem key={name} selected={at === step} disabled={at > reached} onClick={() => setStep(at)}>
            {words.outbound.steps[name]}
          </TabsItem>
        ))}
      </Tabs>
      <div className="wb-outbound-step" data-outbound-step={STEPS[step]}>
        {step === 0 && <RecipientStep {...props} providers={providers.value} />}
        {step === 1 && <MessageStep {...props} />}
        {step === 2 && <RepliesStep {...props} />}
        {step === 3 && <ReviewStep {...props} />}
      </div>
    </>
  );
}
