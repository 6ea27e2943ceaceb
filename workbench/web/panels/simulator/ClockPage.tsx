import { Button, Callout } from '@rocket.chat/fuselage';
import { useState } from 'react';
import { useSimulator } from '../../simulator/useSimulator';
import { useSimulatorState } from '../../simulator/useSimulatorState';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useClock } from './useClock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const JUMPS = [
  { label: words.simulator.jumps.minute, ms: MINUTE },
  { label: words.simulator.jumps.mediaUrl, ms: 6 * MINUTE },
  { label: words.simulator.jumps.hour, ms: HOUR },
  { label: words.simulator.jumps.window, ms: DAY + MINUTE },
  { label: words.simulator.jumps.mediaId, ms: 7 * DAY + MINUTE },
  { label: words.simulator.jumps.uploads, ms: 30 * DAY + MINUTE },
] as const;

/** Time travel of the simulated WhatsApp. Rocket.Chat's own clock stays where it is. */
export function ClockPage() {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const now = useClock(useSimulatorState((state) => state.now));
  const [busy, setBusy] = useState(false);
  const jump = async (advanceMs: number) => {
    setBusy(true);
    await workspace.attempt(() => simulator.post('/clock', { advanceMs }));
    setBusy(false);
  };
  return (
    <>
      <p className="wb-panel-note">{words.simulator.clockNote}</p>
      {now !== undefined && (
        <Callout title={words.simulator.now}>
          <time dateTime={new Date(now).toISOString()}>{new Date(now).toLocaleString('en-GB')}</time>
        </Callout>
      )}
      <h2>{words.simulator.travel}</h2>
      {JUMPS.map(({ label, ms }) => (
        <div key={label} className="wb-panel-row">
          <Button small disabled={busy} onClick={() => void jump(ms)}>
            {label}
          </Button>
        </div>
      ))}
    </>
  );
}
