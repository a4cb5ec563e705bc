"""The words of the diary, as frozen values with their rules. Standard library only."""
