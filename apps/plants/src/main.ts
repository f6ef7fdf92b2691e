// The service that steps the stage `plants`.
import { runService, stageService } from '#libs/services';
import { PlantsModule } from './plants.module';

void runService(stageService('plants', PlantsModule), process.env);
