import { runService } from '#libs/services';
import { logistics } from './logistics.module';

void runService(logistics, process.env);
