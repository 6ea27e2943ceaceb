import { Button } from '@rocket.chat/fuselage';
import type { Fault } from '../../simulator/documents/Fault';
import { words } from '../../words';

/** A fault that is switched on, and how often it struck. */
export function ActiveFault({
  fault,
  title,
  onRemove,
}: {
  readonly fault: Fault;
  readonly title: string;
  readonly onRemove: () => void;
}) {
  const params = Object.entries(fault.params).map(([name, value]) => `${name}: ${String(value)}`);
  return (
    <div className="wb-panel-card" data-fault={fault.kind}>
      <header>
        <strong>{title}</strong>
        <Button small onClick={onRemove}>
          {words.simulator.remove}
        </Button>
      </header>
      <small>{[...params, words.simulator.struck(fault.struck, fault.remaining)].join(' · ')}</small>
    </div>
  );
}
