// The service that computes recovery chain-wide.
import { runService } from '#libs/services';
import { RecoveryModule } from './recovery.module';
import { behindRecovery } from './recovery.service';

void runService({ name: 'recovery', module: RecoveryModule, behind: behindRecovery }, process.env);
