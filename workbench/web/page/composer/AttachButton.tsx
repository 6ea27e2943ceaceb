import { IconButton } from '@rocket.chat/fuselage';
import { useRef } from 'react';
import { words } from '../../words';

/** Lets one choose files. */
export function AttachButton({ onFiles }: { readonly onFiles: (files: File[]) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        small
        icon="clip"
        title={words.composer.attach}
        aria-label={words.composer.attach}
        onClick={() => field.current?.click()}
      />
      <input
        ref={field}
        type="file"
        multiple
        hidden
        data-upload
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}
