import { runService } from '#libs/services';
import { support } from './support.module';

void runService(support, process.env);
