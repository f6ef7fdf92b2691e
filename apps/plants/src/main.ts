import { runService } from '#libs/services';
import { plants } from './plants.module';

void runService(plants, process.env);
