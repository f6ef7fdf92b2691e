// The service that steps the stage `support`.
import { runService, stageService } from '#libs/services';
import { SupportModule } from './support.module';

void runService(stageService('support', SupportModule), process.env);
