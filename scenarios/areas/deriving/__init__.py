"""How the area of Cheshire West and Chester is derived; derive.py is the command."""
