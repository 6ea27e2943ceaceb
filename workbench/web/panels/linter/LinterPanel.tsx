import { ToggleSwitch } from '@rocket.chat/fuselage';
import { useId } from 'react';
import { useStore } from 'zustand';
import { ghostSwitch } from '../../page/useSurfaceWorldValue';
import { clockTime } from '../../state/format';
import type { Surprise } from '../../uikit/interactions/applyAnswer';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useLintedScreen } from './useLintedScreen';
import '../parts/panels.css';

/** The traps of UIKit that are on the screen, and what the client did in silence. */
export function LinterPanel() {
  const ghosts = useStore(ghostSwitch);
  const surprises = useStore(useWorkspace().surprises);
  const linted = useLintedScreen();
  const id = useId();
  return (
    <section className="wb-panel" aria-label={words.dock.linter}>
      <div className="wb-panel-page" tabIndex={0}>
        <div className="wb-panel-row">
          <ToggleSwitch id={id} checked={ghosts} onChange={() => ghostSwitch.setState(!ghosts, true)} />
          <label htmlFor={id}>{words.linter.ghosts}</label>
        </div>
        <h2>{words.linter.onScreen}</h2>
        {linted.every(({ findings }) => findings.length === 0) && (
          <p className="wb-panel-note">{words.linter.nothing(linted.length)}</p>
        )}
        {linted
          .filter(({ findings }) => findings.length > 0)
          .map(({ key, name, findings }) => (
            <div key={key} className="wb-panel-card" data-linted={key}>
              <strong>{name}</strong>
              {findings.map((finding, index) => (
                <div key={index} data-rule={finding.rule}>
                  <code>{finding.path}</code> {finding.message} <small>{finding.rule}</small>
                </div>
              ))}
            </div>
          ))}
        <h2>{words.linter.surprises}</h2>
        {surprises.length === 0 && <p className="wb-panel-note">{words.linter.noSurprises}</p>}
        {[...surprises].reverse().map(({ rule, message, at }, index) => (
          <div key={surprises.length - index} className="wb-panel-card" data-rule={rule}>
            <header>
              <strong>{rule}</strong>
              <small>{clockTime(at)}</small>
            </header>
            <div>{surpriseTexts[rule]}</div>
            <small>{message}</small>
          </div>
        ))}
      </div>
    </section>
  );
}

/** What each surprise means. */
const surpriseTexts: Readonly<Record<Surprise['rule'], string>> = {
  'interaction-failed': 'The app did not answer an interaction; the client shows nothing and keeps the view open.',
  'interaction-too-slow': 'The app took more than 5 seconds; the client says so and throws the answer away.',
  'trigger-not-valid':
    'The answer or push came with a trigger that is unknown, used, or older than 5 seconds: nothing opened.',
  'modal-opened-by-submit': 'A submit was answered with modal.open: the client opens the modal and closes it again.',
  'modal-close-ignored': 'Released clients do nothing on modal.close.',
  'update-of-closed-view': 'An update came for a view that is not open.',
  'initial-value-not-submitted':
    'An update brought a field with a value: the client shows it, and does not submit it until it is touched.',
  'interaction-too-large':
    'More than 100 kB, view and values together: the server answers 413, and nothing happens on the screen.',
  'no-contextual-bar-on-mobile': 'The mobile client has no contextual bars: nothing opened.',
  'errors-not-shown': 'Errors came for a view that does not show any: only an open modal does.',
};
