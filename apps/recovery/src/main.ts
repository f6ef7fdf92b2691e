import { runService } from '#libs/services';
import { recoveryOver } from './recovery.module';

void runService(recoveryOver(), process.env);
