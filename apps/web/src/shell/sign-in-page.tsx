import { Frame } from './layout';
import { SignIn } from './sign-in';

/** The page on which an account of the example is chosen, also by who is signed in already. */
export function SignInPage() {
  return (
    <Frame>
      <SignIn />
    </Frame>
  );
}
