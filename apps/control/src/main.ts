import { runService } from '#libs/services';
import { control } from './control.module';

void runService(control, process.env);
