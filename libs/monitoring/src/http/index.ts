export { DemoMailbox } from './demo-mailbox';
export { MonitoringHttpModule } from './monitoring.http.module';
