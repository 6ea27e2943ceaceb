import { ToggleSwitch } from '@rocket.chat/fuselage';
import { useId } from 'react';
import { useStore } from 'zustand';
import { ghostSwitch } from '../../page/useSurfaceWorldValue';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { clockTime } from '../../state/format';
import { surpriseTexts } from './surpriseTexts';
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
