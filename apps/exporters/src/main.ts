import { runService } from '#libs/services';
import { exporters } from './exporters.module';

void runService(exporters, process.env);
