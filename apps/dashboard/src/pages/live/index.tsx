// The live page: where the chain is stuck and why, where the shortage is by now, how the chain wakes.
import './live.css';
import { useScope } from '../../state/scope';
import { Opening } from '../../shell/opening';
import { EnterpriseField } from './field/field';
import { Flow } from './flow/flow';
import { Headline } from './top/headline';
import { Rates } from './top/rates';
import { Relief } from './top/relief';
import { Wakes } from './wakes/wakes';

export function LivePage(): React.ReactNode {
  const { today, run } = useScope();
  if (!today) return <Opening day={run.openedDay} />;
  return (
    <main className="page live">
      <div className="live-top">
        <Headline />
        <Relief />
        <Rates />
      </div>
      <div className="live-middle">
        <Flow />
        <EnterpriseField />
      </div>
      <Wakes />
    </main>
  );
}
