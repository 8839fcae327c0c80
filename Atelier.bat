@echo off
rem A double click opens the course, on Windows. What goes wrong stays on the screen until a key is pressed.
rem This file is UTF-8 with Windows line ends: .gitattributes keeps them.
chcp 65001 >nul
setlocal
title Atelier
set "PYTHONUTF8=1"
set "STATUS=1"
pushd "%~dp0"
echo L'atelier « Mon compte ameli »
echo.
if not exist "atelier.py" goto incomplete
if not exist "widgets\" goto incomplete

set "PYTHON=py -3"
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 goto found
set "PYTHON=python"
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 goto found
goto no_python

:found
echo Un instant… Laissez cette fenêtre ouverte pendant la séance. La fermer arrête le cours.
%PYTHON% atelier.py --double-clic %*
set "STATUS=%ERRORLEVEL%"
if %STATUS% LEQ 0 goto end
echo.
echo L'atelier s'est arrêté. La raison est écrite ci-dessus.
goto wait

:incomplete
echo Il manque des fichiers à côté de celui-ci.
echo Si le dossier est un fichier .zip : clic droit dessus, puis « Extraire tout ».
echo Double-cliquez ensuite sur Atelier.bat, dans le dossier extrait.
goto wait

:no_python
echo Python manque sur cet ordinateur, ou il est trop ancien. Il faut Python 3.11 ou plus récent.
echo.
echo 1. Allez sur python.org, rubrique « Downloads », et prenez la version proposée pour Windows.
echo 2. Ouvrez le fichier téléchargé. Cochez « Add python.exe to PATH », puis cliquez sur « Install Now ».
echo 3. Double-cliquez de nouveau sur Atelier.bat.
goto wait

:wait
echo.
echo Appuyez sur une touche pour fermer cette fenêtre.
pause >nul

:end
popd
exit /b %STATUS%
