import { Button } from '@rocket.chat/fuselage';
import { useState } from 'react';
import { words } from '../../../words';
import { useWorkspace } from '../../../workspace/useWorkspace';
import type { Setting, SettingValue } from './Setting';
import { SettingField } from './SettingField';

/** Settings by section; what was changed is saved by one button. */
export function SettingsForm({
  settings,
  textOf,
  onSave,
}: {
  readonly settings: readonly Setting[];
  readonly textOf: (key: string) => string;
  /** Throws `ApiError` when the server refuses. */
  readonly onSave: (changes: readonly { readonly id: string; readonly value: SettingValue }[]) => Promise<void>;
}) {
  const workspace = useWorkspace();
  const [changes, setChanges] = useState<Readonly<Record<string, SettingValue>>>({});
  const [busy, setBusy] = useState(false);
  const sections = [...new Set(settings.map(({ section }) => section ?? ''))];
  const save = async () => {
    setBusy(true);
    const list = Object.entries(changes).map(([id, value]) => ({ id, value }));
    if (await workspace.attempt(() => onSave(list))) {
      setChanges({});
      workspace.toast('success', words.panels.saved);
    }
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {sections.map((section) => (
        <section key={section}>
          {section && <h2>{textOf(section)}</h2>}
          {settings
            .filter((setting) => (setting.section ?? '') === section && !setting.hidden)
            .map((setting) => (
              <SettingField
                key={setting.id}
                setting={setting}
                value={changes[setting.id] ?? setting.value ?? setting.packageValue ?? undefined}
                textOf={textOf}
                onChange={(value) => setChanges({ ...changes, [setting.id]: value })}
              />
            ))}
        </section>
      ))}
      <Button primary type="submit" loading={busy} disabled={Object.keys(changes).length === 0}>
        {words.panels.save}
      </Button>
    </form>
  );
}
