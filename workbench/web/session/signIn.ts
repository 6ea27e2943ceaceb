import { Api } from '../api/Api';
import { readLogin } from './readLogin';
import type { Session } from './Session';

/** Signs in as one of the workbench's people, whose passwords are their names. @throws ApiError when the server refuses. */
export async function signIn(username: string, password = username): Promise<Session> {
  return readLogin(await new Api().post('/api/v1/login', { user: username, password }));
}
