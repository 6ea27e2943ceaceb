const KEY = 'workbench-user';
const FIRST = 'admin';

/**
 * Who this window is: `?user=` first, then whom it was before. Each window remembers its own, so that two people can stand
 * side by side.
 */
export const windowUser = {
  read(): string {
    const asked = new URLSearchParams(window.location.search).get('user');
    return asked ?? sessionStorage.getItem(KEY) ?? FIRST;
  },
  write(username: string): void {
    sessionStorage.setItem(KEY, username);
    const url = new URL(window.location.href);
    if (url.searchParams.has('user')) {
      url.searchParams.set('user', username);
      window.history.replaceState(null, '', url);
    }
  },
};
