export { IdentityHttpModule } from './identity.http.module';
export { SessionGuard } from './session.guard';
export type { SignInOptions } from './sign-in.options';
