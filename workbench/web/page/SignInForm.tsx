import { Button, Field, FieldHint, FieldLabel, FieldRow, PasswordInput, TextInput } from '@rocket.chat/fuselage';
import { useId, useState } from 'react';
import type { ChangeEvent, SyntheticEvent } from 'react';
import { words } from '../words';

/** Asks who one is, when the server does not know the user of this window. */
export function SignInForm({
  username,
  onSignIn,
}: {
  readonly username: string;
  readonly onSignIn: (username: string, password: string) => void;
}) {
  const [name, setName] = useState(username);
  const [password, setPassword] = useState('');
  const id = useId();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSignIn(name.trim(), password);
  };
  return (
    <form className="wb-sign-in" aria-label={words.signIn.title} onSubmit={submit}>
      <Field>
        <FieldLabel htmlFor={`${id}-name`}>{words.signIn.username}</FieldLabel>
        <FieldRow>
          <TextInput
            id={`${id}-name`}
            autoComplete="username"
            value={name}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
          />
        </FieldRow>
      </Field>
      <Field>
        <FieldLabel htmlFor={`${id}-password`}>{words.signIn.password}</FieldLabel>
        <FieldRow>
          <PasswordInput
            id={`${id}-password`}
            autoComplete="current-password"
            value={password}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setPassword(event.target.value)}
          />
        </FieldRow>
        <FieldHint>{words.signIn.hint}</FieldHint>
      </Field>
      <Button primary type="submit" disabled={name.trim() === '' || password === ''}>
        {words.signIn.submit}
      </Button>
    </form>
  );
}
