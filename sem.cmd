@echo off
rem SEM Collector: builds what is missing, then runs it. "sem --help" lists the commands; without one the window opens.
setlocal EnableDelayedExpansion
set "ROOT=%~dp0"
set "WANT=25"
set "JDK="

rem 1. a JDK of version 25 or newer, in the usual places
call :try "%JAVA_HOME%"
call :try "%JAVA25_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%ProgramFiles%\Amazon Corretto\jdk*" "%ProgramFiles%\BellSoft\LibericaJDK-*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*jdk*\current") do call :try "%%~D"
if not defined JDK (
  echo SEM Collector needs JDK %WANT% or newer and found none: install one ^(for example from https://adoptium.net^) or set JAVA_HOME to it. 1>&2
  exit /b 1
)

rem 2. build when there is no build, or when a source is newer than it
set "DIST=%ROOT%app\target\dist"
set "STAMP=%DIST%\built"
set "STALE="
if not exist "%STAMP%" set "STALE=1"
if not defined STALE powershell -NoProfile -Command "$s=(Get-Item '%STAMP%').LastWriteTime; if (Get-ChildItem -Recurse -File '%ROOT%pom.xml','%ROOT%protocol\pom.xml','%ROOT%app\pom.xml','%ROOT%protocol\src\main','%ROOT%app\src\main','%ROOT%sample-data\load' | Where-Object { $_.LastWriteTime -gt $s } | Select-Object -First 1) { exit 1 }" || set "STALE=1"
if not defined STALE goto run
where mvn >nul 2>nul
if errorlevel 1 (
  echo SEM Collector must be built once and needs Maven 3.8 or newer for it: install it from https://maven.apache.org and put it on the PATH. 1>&2
  exit /b 1
)
echo Building SEM Collector ^(once^) ... 1>&2
if not exist "%ROOT%app\target" mkdir "%ROOT%app\target"
pushd "%ROOT%"
set "JAVA_HOME=%JDK%"
call mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true -Djacoco.skip=true package > "%ROOT%app\target\build.log" 2>&1
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
  echo The build failed; nothing was changed. The reason stands at the end of %ROOT%app\target\build.log ^(is Maven Central reachable?^). 1>&2
  exit /b 1
)
type nul > "%STAMP%"

:run
for %%J in ("%ROOT%app\target\sem-collector-app-*.jar") do set "JAR=%%~fJ"
"%JDK%\bin\java.exe" -Xmx1g -XX:+UseSerialGC -Xshare:auto %SEM_JAVA_OPTS% ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED ^
  --module-path "%DIST%\javafx" --add-modules javafx.controls,javafx.swing ^
  --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED ^
  -cp "%JAR%;%DIST%\lib\*" ^
  org.semcollector.app.Main %*
exit /b %ERRORLEVEL%

:try
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f tokens^=2^ delims^=^" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=." %%M in ("%%V") do if %%M GEQ %WANT% set "JDK=%~1"
exit /b 0
