// The service that owns runs: it opens days, heals, and ends.
import { runService } from '#libs/services';
import { ControlModule } from './control.module';
import { behindControl } from './control.service';

void runService({ name: 'control', module: ControlModule, behind: behindControl }, process.env);
