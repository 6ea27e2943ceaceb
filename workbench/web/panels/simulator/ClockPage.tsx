import { Button, Callout, InputBox } from '@rocket.chat/fuselage';
import { useState } from 'react';
import type { ChangeEvent } from 'react';
import { useSimulator } from '../../simulator/useSimulator';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useNow } from '../../workspace/useNow';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const JUMPS = [
  { label: words.simulator.jumps.minute, ms: MINUTE },
  { label: words.simulator.jumps.mediaUrl, ms: 6 * MINUTE },
  { label: words.simulator.jumps.hour, ms: HOUR },
  { label: words.simulator.jumps.day, ms: DAY + MINUTE },
  { label: words.simulator.jumps.mediaId, ms: 7 * DAY + MINUTE },
  { label: words.simulator.jumps.uploads, ms: 30 * DAY + MINUTE },
] as const;

/** As the browser's field for a moment writes it, in local time. */
function momentOf(time: number): string {
  const local = new Date(time - new Date(time).getTimezoneOffset() * MINUTE);
  return local.toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

/** Time travel of the whole workbench: the simulator's clock is everybody's. */
export function ClockPage() {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const now = useNow(1000);
  const [busy, setBusy] = useState(false);
  const [moment, setMoment] = useState('');
  const ahead = moment === '' ? 0 : Math.round(new Date(moment).getTime() - now);
  const jump = async (advanceMs: number) => {
    setBusy(true);
    await workspace.attempt(() => simulator.post('/clock', { advanceMs }));
    setBusy(false);
  };
  return (
    <>
      <p className="wb-panel-note">{words.simulator.clockNote}</p>
      <Callout title={words.simulator.now}>
        <time dateTime={new Date(now).toISOString()}>{new Date(now).toLocaleString('en-GB')}</time>
      </Callout>
      <h2>{words.simulator.travel}</h2>
      {JUMPS.map(({ label, ms }) => (
        <div key={label} className="wb-panel-row">
          <Button small disabled={busy} onClick={() => void jump(ms)}>
            {label}
          </Button>
        </div>
      ))}
      <h2>{words.simulator.travelTo}</h2>
      <div className="wb-panel-row">
        <InputBox
          small
          type="datetime-local"
          aria-label={words.simulator.moment}
          min={momentOf(now)}
          value={moment}
          onChange={({ target }: ChangeEvent<HTMLInputElement>) => setMoment(target.value)}
        />
        <Button small disabled={busy || !(ahead > 0)} onClick={() => void jump(ahead)}>
          {words.simulator.travelThere}
        </Button>
      </div>
    </>
  );
}
