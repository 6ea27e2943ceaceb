import { IconButton } from '@rocket.chat/fuselage';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { words } from '../words';
import { DemoKey } from './DemoKey';
import { hintSteps } from './hintSteps';
import { hintSwitch } from './hintSwitch';
import { useHintProgress } from './useHintProgress';
import { WhoAnswers } from './WhoAnswers';
import './hints.css';

/** Short hints from the first click to the first answered customer; beside the client, because one step is in a modal. */
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
      {step.id === 'answer' && <WhoAnswers onSwitchUser={onSwitchUser} />}
    </section>
  );
}
