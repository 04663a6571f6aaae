export { PlansHttpModule } from './plans.http.module';
