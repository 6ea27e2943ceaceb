import '@rocket.chat/icons/dist/rocketchat.css';
import '@rocket.chat/fuselage/dist/fuselage.css';
import './style/fonts.css';
import './style/base.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';

const App = lazy(() => import('./page/App').then(({ App: component }) => ({ default: component })));
const Gallery = lazy(() => import('./gallery/Gallery').then(({ Gallery: component }) => ({ default: component })));

const root = document.getElementById('root');
if (root) {
  const { pathname, search } = window.location;
  createRoot(root).render(
    <StrictMode>
      <Suspense>{pathname.startsWith('/gallery') ? <Gallery query={new URLSearchParams(search)} /> : <App />}</Suspense>
    </StrictMode>,
  );
}
