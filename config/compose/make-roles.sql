-- What the product needs of a new server, run by psql as its superuser when the database is made: the owner, who migrates
-- and may make roles, and the application's login, who may do nothing but connect until a migration grants it more.
\getenv owner_password DATABASE_OWNER_PASSWORD
\getenv application_password DATABASE_PASSWORD

create role sr_owner login nosuperuser nobypassrls nocreatedb noreplication createrole password :'owner_password';
create role sr_app_login login nosuperuser nobypassrls nocreatedb noreplication nocreaterole password :'application_password';
create database social_return owner sr_owner;
revoke all on database social_return from public;
grant connect on database social_return to sr_app_login;
revoke all on database postgres, template1 from public;
-- The superuser is only for who is inside the container, which needs no password.
alter role current_user password null;
