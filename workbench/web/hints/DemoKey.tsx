import { Button } from '@rocket.chat/fuselage';
import { words } from '../words';
import { copyText } from '../workspace/actions/copyText';
import { useWorkspace } from '../workspace/useWorkspace';
import { useWorkspaceState } from '../workspace/useWorkspaceState';

/** The key and number of the demonstration, to copy. */
export function DemoKey() {
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
