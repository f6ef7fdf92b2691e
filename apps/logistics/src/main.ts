// The service that steps the stage `logistics`.
import { runService, stageService } from '#libs/services';
import { LogisticsModule } from './logistics.module';

void runService(stageService('logistics', LogisticsModule), process.env);
