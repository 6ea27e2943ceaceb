import { Field, FieldLabel, FieldRow, TextInput } from '@rocket.chat/fuselage';
import type { ChangeEvent, KeyboardEvent } from 'react';
import { useEffect, useId, useMemo, useState } from 'react';
import { words } from '../../words';
import { uploadFile } from '../../workspace/actions/messageActions';
import { useWorkspace } from '../../workspace/useWorkspace';
import { PageModal } from '../PageModal';

/** Asks what to say about a file before it is uploaded. */
export function UploadModal({
  rid,
  file,
  onDone,
}: {
  readonly rid: string;
  readonly file: File;
  readonly onDone: () => void;
}) {
  const workspace = useWorkspace();
  const [caption, setCaption] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();
  const preview = useObjectUrl(file.type.startsWith('image/') ? file : undefined);

  const upload = async () => {
    setBusy(true);
    const uploaded = await uploadFile(workspace, rid, file, caption);
    setBusy(false);
    if (uploaded) {
      onDone();
    }
  };
  return (
    <PageModal
      title={words.composer.uploadTitle(file.name)}
      confirm={words.composer.upload}
      busy={busy}
      onConfirm={() => void upload()}
      onCancel={onDone}
    >
      {preview && <img className="wb-upload-preview" src={preview} alt={file.name} />}
      <Field>
        <FieldLabel htmlFor={id}>{words.composer.caption}</FieldLabel>
        <FieldRow>
          <TextInput
            id={id}
            value={caption}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setCaption(event.target.value)}
            onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && void upload()}
          />
        </FieldRow>
      </Field>
    </PageModal>
  );
}

/** An address for a file that is not uploaded yet, for as long as the component lives. */
function useObjectUrl(file: File | undefined): string | undefined {
  const url = useMemo(() => file && URL.createObjectURL(file), [file]);
  useEffect(
    () => () => {
      if (url !== undefined) {
        URL.revokeObjectURL(url);
      }
    },
    [url],
  );
  return url;
}
