import { useSimulator, useSimulatorState } from '../simulator/useSimulator';
import { words } from '../words';
import { useWorkspace } from '../workspace/useWorkspace';

/** With which business number the customer talks; not there while there is only one. */
export function NumberChoice() {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const [numbers, number, customerId] = useSimulatorState((state) => [state.numbers, state.number, state.customerId]);
  if (numbers.length < 2) {
    return null;
  }
  return (
    <label className="ph-number">
      {words.phone.writesTo}
      <select
        value={number}
        onChange={(event) => void workspace.attempt(() => simulator.choose(customerId ?? '', event.target.value))}
      >
        {numbers.map(({ phoneNumber, displayName }) => (
          <option key={phoneNumber} value={phoneNumber}>
            {displayName} +{phoneNumber.replace(/^\+/, '')}
          </option>
        ))}
      </select>
    </label>
  );
}
