// The service that steps the stage `exporters`.
import { runService, stageService } from '#libs/services';
import { ExportersModule } from './exporters.module';

void runService(stageService('exporters', ExportersModule), process.env);
